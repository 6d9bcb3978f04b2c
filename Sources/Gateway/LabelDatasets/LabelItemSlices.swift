package import Storage

/// Items in groups whose contents are held in memory together.
package enum LabelItemSlices {
  /// In order; an item over the limit is a group by itself.
  package static func of(
    _ rows: [LabelDatasetItemRow], count limit: Int = LabelDatasetLimits.sliceItems,
    bytes byteLimit: Int = LabelDatasetLimits.sliceBytes
  ) -> [ArraySlice<LabelDatasetItemRow>] {
    var slices: [ArraySlice<LabelDatasetItemRow>] = []
    var start = rows.startIndex
    var bytes = 0
    for (index, row) in rows.enumerated() {
      let isFull = index - start >= limit || bytes > byteLimit - min(row.contentBytes, byteLimit)
      if index > start, isFull {
        slices.append(rows[start..<index])
        start = index
        bytes = 0
      }
      bytes += min(row.contentBytes, byteLimit)
    }
    if start < rows.endIndex { slices.append(rows[start...]) }
    return slices
  }
}
