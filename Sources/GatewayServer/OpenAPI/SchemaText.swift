/// Schemas in words, as markup.
enum SchemaText {
  /// What a value is: `list of Job`, `string (date-time)`.
  static func type(of schema: DocumentNode) -> String {
    if let reference = schema["$ref"]?.text {
      let name = lastPart(of: reference)
      return HTML.link(name, to: HTML.anchor("schema", name))
    }
    let type = schema["type"]?.text ?? "any"
    if type == "array" { return "list of " + self.type(of: schema["items"] ?? [:]) }
    if type == "object", let value = schema["additionalProperties"], !value.members.isEmpty {
      return "map to " + self.type(of: value)
    }
    let properties = schema["properties"]?.members ?? []
    if type == "object", !properties.isEmpty {
      return "object of "
        + properties.map { "\(HTML.code($0.name)): \(self.type(of: $0.value))" }.joined(separator: ", ")
    }
    let form = schema["format"]?.text ?? schema["contentEncoding"]?.text
    return HTML.escaped(form.map { "\(type) (\($0))" } ?? type)
  }

  /// What is said of a value where it is used.
  static func description(of node: DocumentNode) -> String {
    let deprecated = node["deprecated"]?.isTrue == true ? "<em>deprecated</em> " : ""
    return deprecated + HTML.line(node["description"]?.text ?? "")
  }

  /// All of a schema with a name.
  static func body(of schema: DocumentNode) -> String {
    var parts = [HTML.paragraphs(schema["description"]?.text ?? "")]
    let values = schema["enum"]?.elements.compactMap(\.text) ?? []
    if !values.isEmpty {
      parts.append("<ul>\n" + values.map { "<li>\(HTML.code($0))</li>\n" }.joined() + "</ul>\n")
    }
    let required = Set(schema["required"]?.elements.compactMap(\.text) ?? [])
    let rows = (schema["properties"]?.members ?? []).map { name, property in
      [
        HTML.code(name), type(of: property), required.contains(name) ? "always" : "",
        description(of: property),
      ]
    }
    if !rows.isEmpty { parts.append(HTML.table(["field", "type", "there", "description"], rows)) }
    for limit in [schema] + (schema["allOf"]?.elements ?? []) {
      let names = (limit["oneOf"]?.elements ?? []).compactMap { $0["required"]?.elements.first?.text }
      if !names.isEmpty {
        parts.append("<p>At most one of \(names.map(HTML.code).joined(separator: ", ")).</p>\n")
      }
    }
    return parts.joined()
  }

  /// The name that a reference ends in.
  static func lastPart(of reference: String) -> String {
    reference.split(separator: "/").last.map(String.init) ?? reference
  }
}
