import DossierKit
import Synchronization

/// A line on a terminal that says how far a build has come, once it takes long enough to wonder.
final class ProgressLine: Sendable {
  private static let (patience, interval) = (Duration.milliseconds(250), Duration.milliseconds(80))

  private struct State {
    var nextPaint: ContinuousClock.Instant
    var isShown = false
    var isDone = false
  }

  private let write: @Sendable (String) -> Void
  private let state: Mutex<State>

  init(start: ContinuousClock.Instant, write: @escaping @Sendable (String) -> Void) {
    self.write = write
    state = Mutex(State(nextPaint: start + Self.patience))
  }

  /// Says something new, unless it is too early or was said just now. From any task.
  func show(_ text: String, at now: ContinuousClock.Instant = .now) {
    state.withLock { state in
      guard !state.isDone, now >= state.nextPaint else { return }
      state.nextPaint = now + Self.interval
      state.isShown = true
      write("\r\u{1B}[K\(text)")
    }
  }

  /// Wipes the line; nothing is shown after.
  func finish() {
    state.withLock { state in
      if state.isShown { write("\r\u{1B}[K") }
      state.isDone = true
    }
  }
}
