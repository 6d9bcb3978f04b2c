internal import ArgumentParser
internal import ContentIntake
internal import Foundation

/// What a list of known images takes: to load it, to hold it, to look an image up in it, and to hash the image.
struct KnownImageBenchmark: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "known-images",
    abstract: "Time lookups in a list of known images, on one core.",
    discussion: """
      Makes a list of random digests and hashes, as many of each algorithm, in the folder for temporary files, and \
      prints what it takes to load and to hold it, the microseconds of a lookup, and the milliseconds of a picture's \
      hash. With --account it loads the list as an account's own is, and reads it again from where it is kept.
      """)

  @Option(help: "How many digests of each algorithm.") var entries = 1_000_000
  @Option var rounds = 2_000
  @Flag(help: "Load the list piece by piece and keep it, as those of accounts are, and nothing else.")
  var account = false

  func run() throws {
    if account { return try loadAsAccount() }
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appending(path: "gavel-known-images-\(UUID().uuidString).txt")
    defer { try? FileManager.default.removeItem(at: file) }

    let listed = try write(to: file, algorithms: KnownImageAlgorithm.allCases)
    let before = Self.memory("VmRSS")
    let start = Self.processorTime
    let list = try KnownImageList.load(file, name: "random")
    print("loaded in s:", (Self.processorTime - start) / 1000)
    print("held, MB:", Self.memory("VmRSS") - before)
    print("held while it was loaded at most, MB:", Self.memory("VmHWM") - before)

    let unknown = (0..<rounds).map { _ in identity(Self.randomDigits(64)) }
    print("unknown image, us:", try microseconds(unknown, in: list, found: false))
    let near = (0..<rounds).map { _ in identity(Self.changed(listed.randomElement() ?? "", bits: 31)) }
    print("known image at a distance of 31, us:", try microseconds(near, in: list, found: true))
    let same = (0..<rounds).map { _ in identity(listed.randomElement() ?? "") }
    print("known image at a distance of 0, us:", try microseconds(same, in: list, found: true))
    let exact = (0..<rounds).map { _ in
      [UInt8]("an image".utf8).withUnsafeBytes { KnownImageIdentity(file: $0, hashes: []) }
    }
    print("by digests alone, us:", try microseconds(exact, in: list, found: false))

    let alike = try write(to: file, algorithms: [.pdq], common: Self.randomDigits(48))
    let hostile = try KnownImageList.load(file, name: "alike")
    // Far from all of them in the quarter that they do not share: nothing ends the search early.
    let searches = (0..<max(1, rounds / 20)).map { _ in identity(Self.changed(alike.randomElement() ?? "", bits: 31)) }
    print("list made to be slow, us:", try microseconds(searches, in: hostile, found: true))

    for side in [256, 512, 1_024, 2_048] {
      let pixels = (0..<3 * side * side).map { UInt8(truncatingIfNeeded: ($0 &* $0) >> 7) }
      let start = Self.processorTime
      for _ in 0..<10 where PerceptualFingerprint(rgb: pixels, width: side, height: side).quality > 100 {
        throw ValidationError("no picture has such a quality")
      }
      print("hash of \(side) by \(side) pixels, ms:", (Self.processorTime - start) / 10)
    }
  }

  /// Reads a file as it would come over the wire, makes the list, keeps it, and reads what was kept.
  private func loadAsAccount() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "gavel-known-images-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (file, kept) = (folder.appending(path: "list.txt"), folder.appending(path: "kept"))
    _ = try write(to: file, algorithms: KnownImageAlgorithm.allCases)
    let before = Self.memory("VmRSS")

    var start = Self.processorTime
    let draft = try KnownImageDraft(file: folder.appending(path: "draft"))
    let handle = try FileHandle(forReadingFrom: file)
    while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { try draft.take([UInt8](piece)) }
    print("file read in s:", (Self.processorTime - start) / 1000)
    print("held while it was read at most, MB:", Self.memory("VmHWM") - before)
    start = Self.processorTime
    let list = try draft.finish(name: "random", distance: KnownImageList.usualDistance).list
    print("list made in s:", (Self.processorTime - start) / 1000)
    print("held while it was made at most, MB:", Self.memory("VmHWM") - before)
    start = Self.processorTime
    try list.keep(in: kept)
    print("kept in s:", (Self.processorTime - start) / 1000)
    start = Self.processorTime
    let again = try KnownImageList(kept: kept, name: list.name, distance: list.distance, counts: list.counts)
    print("read again in s:", (Self.processorTime - start) / 1000)
    print("bytes of the list:", again.memoryBytes)
    print("bytes of its file:", try FileManager.default.attributesOfItem(atPath: kept.path)[.size] as? Int ?? 0)
  }

  /// Writes random entries.
  ///
  /// - Parameter common: the digits that all perceptual hashes begin with.
  /// - Returns: some of the perceptual hashes.
  private func write(to file: URL, algorithms: [KnownImageAlgorithm], common: String = "") throws -> [String] {
    try Data().write(to: file)
    let handle = try FileHandle(forWritingTo: file)
    defer { try? handle.close() }
    var hashes: [String] = []
    for algorithm in algorithms {
      var lines = ""
      for entry in 1...entries {
        let begin = algorithm == .pdq ? common : ""
        let digits = begin + Self.randomDigits(algorithm.hexDigits - begin.count)
        if algorithm == .pdq, entry % 100 == 0 { hashes.append(digits) }
        lines += "\(algorithm.rawValue):\(digits)\n"
        if entry % 10_000 == 0 || entry == entries {
          try handle.write(contentsOf: Data(lines.utf8))
          lines = ""
        }
      }
    }
    return hashes
  }

  /// Of one lookup, on the average.
  private func microseconds(
    _ images: [KnownImageIdentity], in list: KnownImageList, found: Bool
  ) throws -> Double {
    let start = Self.processorTime
    for image in images where (list.match(image) != nil) != found {
      throw ValidationError("a lookup went wrong")
    }
    return (Self.processorTime - start) * 1000 / Double(images.count)
  }

  private func identity(_ hash: String) -> KnownImageIdentity {
    [UInt8](hash.utf8).withUnsafeBytes {
      KnownImageIdentity(file: $0, hashes: PerceptualHash(hex: hash).map { [$0] } ?? [])
    }
  }

  private static func randomDigits(_ count: Int) -> String {
    var digits = ""
    while digits.count < count {
      let word = String(UInt64.random(in: 0...UInt64.max), radix: 16)
      digits += String(repeating: "0", count: 16 - word.count) + word
    }
    return String(digits.prefix(count))
  }

  /// With so many bits of a hash changed, no two of them in the same digit.
  private static func changed(_ hash: String, bits: Int) -> String {
    var digits = Array(hash)
    for place in digits.indices.shuffled().prefix(bits) {
      let value = digits[place].hexDigitValue ?? 0
      digits[place] = Character(String(value ^ (1 << Int.random(in: 0..<4)), radix: 16))
    }
    return String(digits)
  }

  /// Of this process, in MB; 0 where the system does not tell.
  private static func memory(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return (line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
  }

  /// Of all threads of the process, in milliseconds.
  private static var processorTime: Double { Double(clock()) / Double(CLOCKS_PER_SEC) * 1000 }
}
