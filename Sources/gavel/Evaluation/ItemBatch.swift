internal import Foundation
internal import Gateway
internal import GatewayProtocol

/// Items of an input that are evaluated together, and the lines they stood on.
struct ItemBatch {
  /// Enough to keep a model's batches full, few enough to keep memory flat.
  static let size = 256

  /// 1-based; empty where the item is no line of a file.
  var lines: [Int] = []
  var items: [Clavata_Shared_V1_ContentData] = []

  /// The items of a file of JSON lines, read as they are needed.
  struct Reader {
    private let path: String
    private var file: LineFile
    private var line = 0

    init(path: String) throws {
      self.path = path
      file = try LineFile(path: path)
    }

    /// The next items; nil at the end. Blank lines are passed over.
    ///
    /// - Throws: `SettingError` naming the line that is no item.
    mutating func next() throws -> ItemBatch? {
      var batch = ItemBatch()
      while batch.items.count < ItemBatch.size, let bytes = try file.next() {
        line += 1
        guard bytes.contains(where: { $0 > 0x20 }) else { continue }
        do {
          batch.items.append(try ProtoJSONReader.decode(from: bytes))
        } catch {
          throw SettingError("\(path):\(line): \(error.message)")
        }
        batch.lines.append(line)
      }
      return batch.items.isEmpty ? nil : batch
    }
  }
}
