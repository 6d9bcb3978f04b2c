package import SwiftProtobuf

/// Sets the fields of a message from the parameters of a request's path and query, as grpc-gateway does.
///
/// A name is a field in either spelling, or several with dots between them (`query.createdTimeRange.start`). A list takes
/// one value from each parameter of its name. Parameters that name no field are passed over, and so are those of the
/// query that name a field which the path has set.
package enum QueryBinder {
  /// One parameter, its escapes resolved.
  package typealias Parameter = (name: String, value: String)

  /// How many parameters are read.
  package static let parameterLimit = 100

  /// Sets fields of `message`; those that no parameter names stay as they are.
  package static func bind<M: Message>(
    path: [Parameter] = [],
    query: [Parameter] = [],
    to message: inout M
  ) throws(WireFormatError) {
    guard !path.isEmpty || !query.isEmpty else { return }
    guard path.count + query.count <= parameterLimit else {
      throw WireFormatError(.tooMany, "more than \(parameterLimit) parameters")
    }
    guard let layout = WireCatalogue.shared.message(named: M.protoMessageName) else { return }

    var bound = BoundFields()
    for parameter in path {
      try bound.add(parameter, to: layout)
    }
    let setByPath = bound
    for parameter in query where !setByPath.has(parameter.name, in: layout) {
      try bound.add(parameter, to: layout)
    }
    guard !bound.isEmpty else { return }

    var json: [UInt8] = []
    bound.write(to: &json)
    let fields = try ProtoJSONReader.decode(M.self, from: json)
    do {
      try message.merge(serializedBytes: fields.serializedBytes() as [UInt8])
    } catch {
      throw WireFormatError(.wrongType, "the parameters do not fit the request")
    }
  }
}
