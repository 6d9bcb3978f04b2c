/// The edges of a trie in one open-addressed table: a node and a byte lead to a node.
struct EdgeTable: Sendable {
  /// Node << 8 | byte. No edge leads to a root, so a target of 0 marks a free slot.
  private var keys: [UInt32]
  private var targets: [UInt32]
  private let mask: Int

  /// - Parameter minimumCapacity: the most edges that will be added.
  init(minimumCapacity: Int) {
    var capacity = 16
    // Half empty, so that a search that fails ends soon.
    while capacity < 2 * minimumCapacity { capacity *= 2 }
    keys = Array(repeating: 0, count: capacity)
    targets = Array(repeating: 0, count: capacity)
    mask = capacity - 1
  }

  func child(of node: UInt32, by byte: UInt8) -> UInt32? {
    let target = targets[slot(of: node << 8 | UInt32(byte))]
    return target == 0 ? nil : target
  }

  /// - Returns: the node that the edge leads to: `new`, where there was none.
  mutating func child(of node: UInt32, by byte: UInt8, orAdd new: UInt32) -> UInt32 {
    let key = node << 8 | UInt32(byte)
    let slot = slot(of: key)
    if targets[slot] == 0 { (keys[slot], targets[slot]) = (key, new) }
    return targets[slot]
  }

  /// Where the key is, or would be put.
  private func slot(of key: UInt32) -> Int {
    // Fibonacci hashing: the multiplier is 2^32 over the golden ratio.
    var slot = Int((key &* 0x9E37_79B9) >> 8) & mask
    while targets[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }
}
