#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One of the process's two outputs: a terminal, or a file, or a pipe.
enum Terminal: Int32, Sendable {
  case output = 1
  case error = 2

  /// Whether somebody is looking.
  var isInteractive: Bool { isatty(rawValue) == 1 }

  /// Writes all of a text, at once where the system lets it. A pipe that nobody reads ends the process.
  ///
  /// - Returns: Whether the system took all of it, or nobody wants the rest.
  @discardableResult
  func write(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      // unsafe: the system reads within the array, which lives as long as the closure.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[written...])
        return unsafe send(rest.baseAddress, rest.count)
      }
      if count >= 0 {
        written += count
      } else if errno == EAGAIN {
        // Somebody made the terminal return at once; it has room again soon.
        usleep(1_000)
      } else if errno == EPIPE {
        // Somebody lets such pipes be told of rather than killed.
        return true
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// write(2), by a name that the method above does not hide.
  @unsafe private func send(_ address: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Darwin)
      unsafe Darwin.write(rawValue, address, count)
    #elseif canImport(Musl)
      unsafe Musl.write(rawValue, address, count)
    #else
      unsafe Glibc.write(rawValue, address, count)
    #endif
  }
}
