import Synchronization

extension SitePlan {
  /// Makes every page and puts it into the folder, with the files that are copied.
  ///
  /// - Parameter progress: Told of each run of pages; from several tasks.
  func write(
    to folder: OutputFolder, with theme: Theme, assets: [AssetFile], jobs: Int,
    progress: @escaping @Sendable (BuildProgress) -> Void
  ) async throws(FileSystemError) -> [OutputWriter.Batch] {
    let counter = Counter(total: pages.count + assets.count)
    let runs =
      Self.runs(of: pages.count).map(Run.pages) + Self.runs(of: assets.count).map(Run.assets)
    let results = await runs.concurrentMap(jobs: jobs, longestRun: 1) {
      [self] run -> Result<OutputWriter.Batch, FileSystemError> in
      do throws(FileSystemError) {
        var writer = folder.writer()
        switch run {
        case .pages(let range):
          var buffer = PageBuffer()
          for page in pages[range] {
            buffer.removeAll()
            render(page, with: theme, in: &buffer)
            try writer.put(buffer.bytes, at: page.path)
          }
          progress(counter.advance(by: range.count))
        case .assets(let range):
          for asset in assets[range] { try writer.copy(asset) }
          progress(counter.advance(by: range.count))
        }
        return .success(writer.finish())
      } catch {
        return .failure(error)
      }
    }
    var batches: [OutputWriter.Batch] = []
    for result in results { batches.append(try result.get()) }
    return batches
  }

  /// Neighbours go to one writer: most of them share a folder. But not so many that one worker is left with the
  /// last of them for long, since long pages, as those of sources, stand together.
  private enum Run: Sendable {
    case pages(Range<Int>)
    case assets(Range<Int>)
  }

  private static let runLength = 16

  private static func runs(of count: Int) -> [Range<Int>] {
    stride(from: 0, to: count, by: runLength).map { $0..<min($0 + runLength, count) }
  }
}

/// How many pages are done, counted by several tasks.
private final class Counter: Sendable {
  private let done = Atomic(0)
  private let total: Int

  init(total: Int) { self.total = total }

  func advance(by count: Int) -> BuildProgress {
    BuildProgress(done: done.add(count, ordering: .relaxed).newValue, total: total)
  }
}
