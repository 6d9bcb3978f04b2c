/// The symbols that occur in a set of patterns, numbered from 1; every other symbol is 0.
struct SymbolAlphabet: Sendable {
  /// Symbols have up to 22 bits.
  private static let blocks = 1 << 14

  private var pageOfBlock = [UInt16](repeating: 0, count: blocks)
  private var numbers = [UInt32](repeating: 0, count: 256)
  private(set) var count = 0

  init(_ patterns: [[UInt32]]) {
    for pattern in patterns {
      for symbol in pattern { insert(symbol) }
    }
  }

  func number(of symbol: UInt32) -> UInt32 {
    let block = Int(symbol >> 8)
    guard block < Self.blocks else { return 0 }
    return numbers[Int(pageOfBlock[block]) << 8 | Int(symbol & 0xFF)]
  }

  private mutating func insert(_ symbol: UInt32) {
    let block = Int(symbol >> 8)
    guard block < Self.blocks else { return }
    if pageOfBlock[block] == 0 {
      pageOfBlock[block] = UInt16(numbers.count >> 8)
      numbers.append(contentsOf: repeatElement(0, count: 256))
    }
    let index = Int(pageOfBlock[block]) << 8 | Int(symbol & 0xFF)
    guard numbers[index] == 0 else { return }
    count += 1
    numbers[index] = UInt32(count)
  }
}
