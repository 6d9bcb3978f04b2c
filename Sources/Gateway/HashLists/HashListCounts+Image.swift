internal import ContentIntake
internal import Storage

extension KnownImageList.Counts {
  /// What is kept, as it was.
  init(_ counts: HashListRecord.Counts) {
    let entries: [KnownImageAlgorithm: Int] = [
      .md5: counts.md5, .sha1: counts.sha1, .sha256: counts.sha256, .pdq: counts.pdq,
    ]
    self.init(
      entries: entries.filter { $0.value > 0 }, repeated: counts.repeated, lowQuality: counts.lowQuality,
      otherKinds: counts.otherKinds)
  }
}

extension HashListRecord.Counts {
  init(_ counts: KnownImageList.Counts) {
    self.init(
      md5: counts.entries[.md5] ?? 0, sha1: counts.entries[.sha1] ?? 0, sha256: counts.entries[.sha256] ?? 0,
      pdq: counts.entries[.pdq] ?? 0, repeated: counts.repeated, lowQuality: counts.lowQuality,
      otherKinds: counts.otherKinds)
  }
}
