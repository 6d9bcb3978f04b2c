import ContentIntake
import Testing

@Suite struct PerceptualFingerprintTests {
  /// The fixtures are all there: none of the tests below is about an empty file.
  @Test func fixturesAreThere() {
    #expect(ReferenceHash.all.count == 42)
    #expect(ReferenceHash.photographs.count == 7)
  }

  /// Hash and quality are those of the reference implementation, but for two bits where its rounding differs.
  @Test(arguments: ReferenceHash.all)
  func agreesWithTheReference(_ reference: ReferenceHash) throws {
    let fingerprint = try TestPicture(named: reference.name).fingerprint
    #expect(fingerprint.hash.distance(to: reference.hash) <= 2)
    #expect(abs(fingerprint.quality - reference.quality) <= 1)
  }

  /// A picture made smaller, larger or narrower, recompressed, or made lighter is found again.
  @Test(arguments: ReferenceHash.photographs)
  func survivesWhatIsDoneToPictures(_ reference: ReferenceHash) throws {
    let picture = try TestPicture(named: reference.name).enlarged(3)
    let recompressed = reference.name.replacing(".ppm", with: "-recompressed.pgm")
    let copies: [String: TestPicture] = [
      "half": picture.scaled(width: picture.width / 2, height: picture.height / 2),
      "three quarters": picture.scaled(width: picture.width * 3 / 4, height: picture.height * 3 / 4),
      "larger": picture.scaled(width: picture.width * 8 / 5, height: picture.height * 8 / 5),
      "narrower": picture.scaled(width: picture.width * 4 / 5, height: picture.height),
      "recompressed": try TestPicture(named: recompressed).enlarged(3),
      "brighter": picture.toned { $0 + 15 },
      "more contrast": picture.toned { ($0 - 128) * 1.15 + 128 },
    ]
    let hash = picture.fingerprint.hash
    for (change, copy) in copies {
      #expect(copy.fingerprint.hash.distance(to: hash) <= 31, "\(change)")
    }
  }

  /// Pictures that have nothing to do with each other are far apart, all of them beyond any distance that is searched.
  @Test func unrelatedPicturesAreFarApart() throws {
    let names = ReferenceHash.photographs.map(\.name) + ["boxes-100-100-16", "noise-64-64-1", "clouds-63-65-9"]
    let hashes = try names.map { try TestPicture(named: $0).fingerprint.hash }
    let distances = hashes.indices.flatMap { left in hashes[(left + 1)...].map { hashes[left].distance(to: $0) } }
    #expect(distances.count == 45)
    #expect(distances.reduce(0, +) / distances.count >= 90)
    #expect(distances.allSatisfy { $0 > KnownImageList.largestDistance })
  }

  /// A picture too small for a hash has none, whatever its other side.
  @Test(arguments: [(0, 0), (0, 9), (1, 1), (4, 4), (4, 500), (500, 4)])
  func tooSmall(width: Int, height: Int) {
    let fingerprint = PerceptualFingerprint(
      rgb: [UInt8](repeating: 77, count: 3 * width * height), width: width, height: height)
    #expect(fingerprint.quality == 0)
    #expect(fingerprint.hash.hex.allSatisfy { $0 == "0" })
  }

  /// A blank picture and one that is nearly blank are told by their quality.
  @Test func blankPicturesHaveNoQuality() {
    for shade in [0, 1, 254, 255] {
      let blank = TestPicture(width: 70, height: 90) { x, _, _, _ in (x % 2, shade, shade) }
      #expect(blank.fingerprint.quality == 0)
    }
  }

  /// A line of pixels of any length is gone through without a fault, however thin.
  @Test(arguments: [(5, 5), (5, 20_000), (20_000, 5), (63, 127), (64, 128), (65, 129), (8_191, 6)])
  func anyShape(width: Int, height: Int) {
    let picture = TestPicture(width: width, height: height) { x, y, _, _ in (x * 7 & 255, y * 5 & 255, (x ^ y) & 255) }
    #expect((0...100).contains(picture.fingerprint.quality))
    #expect(picture.fingerprint.hash.hex.count == 64)
  }
}
