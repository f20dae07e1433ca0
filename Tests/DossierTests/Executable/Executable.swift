import Foundation
import Testing

/// The built program, run as a user runs it.
enum Executable {
  /// What a run left behind.
  struct Run {
    let status: Int32
    let output: String
    let error: String

    var outputLines: [Substring] { output.split(separator: "\n") }
    var errorLines: [Substring] { error.split(separator: "\n") }
  }

  /// The build puts the program beside the tests.
  static func path() throws -> String {
    let beside =
      [Bundle.main.executableURL, Bundle.main.bundleURL].compactMap(\.self) + [
        URL(filePath: CommandLine.arguments[0])
      ]
    let candidates = beside.flatMap { place in
      [place, place.deletingLastPathComponent()].map { $0.appending(path: "dossier").path }
    }
    return try #require(
      candidates.first { path in
        var isFolder: ObjCBool = false
        // unsafe: the flag lives as long as the call.
        return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
          && !isFolder.boolValue
      }, "no program in any of \(candidates)")
  }

  /// Runs it to its end in a folder, with these variables added to a plain environment.
  static func run(
    _ arguments: String..., in folder: TemporaryDossier, environment: [String: String] = [:]
  ) throws -> Run {
    try run([path()] + arguments, in: folder, environment: environment)
  }

  /// Runs it so that permissions bind it: root is let past them unless it gives up its power to.
  static func runWithoutPrivileges(
    _ arguments: String..., in folder: TemporaryDossier
  ) throws -> Run {
    let less = ["/usr/bin/setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    return try run(
      (getuid() == 0 ? less : []) + [path()] + arguments, in: folder, environment: [:])
  }

  /// Runs a line of the shell, in which `$DOSSIER` is the program.
  static func shell(
    _ line: String, in folder: TemporaryDossier, environment: [String: String] = [:]
  ) throws -> Run {
    let variables = try environment.merging(["DOSSIER": path()]) { $1 }
    return try run(["/bin/sh", "-c", line], in: folder, environment: variables)
  }

  private static func run(
    _ command: [String], in folder: TemporaryDossier, environment: [String: String]
  ) throws -> Run {
    // Files rather than pipes: nothing can fill up while nobody reads.
    let streams = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: streams, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: streams) }
    let (output, error) = (streams.appending(path: "out"), streams.appending(path: "err"))
    try Data().write(to: output)
    try Data().write(to: error)

    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(filePath: folder.path)
    process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self))
  }
}
