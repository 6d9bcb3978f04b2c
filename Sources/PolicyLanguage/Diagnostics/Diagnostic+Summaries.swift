extension Diagnostic.Code {
  /// Every error there is, and what it says of a text.
  public static let errors: [Diagnostic.Code: String] = [
    .invalidUTF8: "the text is not UTF-8",
    .textTooLong: "the text is over 256 KiB",
    .unterminatedString: "a string is not closed",
    .unexpectedCharacter: "a character means nothing in the language",
    .unexpectedToken: "something stands where something else is expected",
    .missingBrace: "a brace is missing",
    .missingParenthesis: "a parenthesis is missing",
    .missingBracket: "a bracket is missing",
    .missingCondition: "a connective or a relation lacks a side",
    .missingName: "a label's name is missing",
    .emptyPolicy: "the policy has no label",
    .emptyLabel: "a label has no rules",
    .emptyException: "an exception has no rules",
    .emptyList: "a list has no items",
    .emptySignal: "a signal has no words",
    .emptyName: "a label's name has no words",
    .duplicateLabel: "two labels have one name",
    .unknownLabel: "a priority names a label that is not there",
    .priorityCycle: "the priorities run in a circle",
    .repeatedException: "there is more than one exception",
    .ruleAfterException: "a rule stands after the exception",
    .nestedTooDeep: "conditions stand more than 64 deep within one another",
    .tooManyLabels: "the policy has more than 500 labels",
    .tooManySignals: "the policy has more than 2,000 distinct signals",
    .signalTooLong: "a signal, a name or an operator is over 512 characters long",
  ]

  /// Every warning there is, and what it says of a text.
  public static let warnings: [Diagnostic.Code: String] = [
    .curlyQuote: "a string stands in curly quotes",
    .unknownEscape: "a backslash stands before what it does not escape",
    .keywordCase: "a keyword is not in capitals",
    .operatorCase: "an operator is not in capitals",
    .unknownOperator: "an operator is not a known one",
    .repeatedRule: "a rule stands twice",
    .repeatedItem: "a condition stands twice in one list or chain",
    .emptyMatch: "a fuzzy match has no letters or digits",
    .contradiction: "a condition and its opposite are both wanted",
    .tautology: "a condition or its opposite is wanted",
    .exceptedRule: "a rule is also an exception",
    .mixedConnectives: "AND and OR are mixed without parentheses",
    .questionInQuotes: "a question mark stands within the quotes",
    .similarLabels: "two labels differ in case or white space alone",
  ]

  /// What it is about, in a few words; empty for a code of another's making.
  public var summary: String { Self.errors[self] ?? Self.warnings[self] ?? "" }
}
