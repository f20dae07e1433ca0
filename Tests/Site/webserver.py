"""A real nginx, with a configuration of its own, on a port that anybody may use."""

import os
import socket
import subprocess
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from shutil import which

CONFIGURATION = """
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  charset utf-8;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 127.0.0.1:{port};
    server_name localhost;
    absolute_redirect off;
    root {folder}/nothing;
    error_page 404 {path}404.html;
    location {path} {{ alias {site}/; }}
  }}
}}
"""


def nginx():
    """Where nginx is; it is often not on the path of people who are not root."""
    return which("nginx") or which("nginx", path="/usr/sbin:/sbin:/usr/local/sbin")


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextmanager
def served(site, folder, path="/", port=None):
    """Serves a folder below a path while the block runs, and gives the address."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    port = port or free_port()
    configuration = folder / "nginx.conf"
    configuration.write_text(
        # Else the workers of an nginx that root starts could not read the folder of a test.
        ("user root;" if os.geteuid() == 0 else "")
        + CONFIGURATION.format(folder=folder, port=port, path=path, site=site)
    )
    server = subprocess.Popen(
        [nginx(), "-p", folder, "-c", configuration, "-e", folder / "start.log"],
        stderr=subprocess.PIPE,
    )
    address = f"http://127.0.0.1:{port}{path}"
    try:
        wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=10)


def wait_for(address, server):
    for _ in range(100):
        try:
            urllib.request.urlopen(address).close()
            return
        except OSError:
            assert server.poll() is None, f"nginx ended: {server.stderr.read().decode()}"
            time.sleep(0.05)
    raise AssertionError(f"nothing answers at {address}")
