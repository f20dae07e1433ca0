import ArgumentParser
import DossierKit

@main struct DossierCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "dossier")
  func run() async throws { print(x()) }
}
