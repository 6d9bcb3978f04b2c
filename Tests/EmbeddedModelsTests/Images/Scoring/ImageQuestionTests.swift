import Testing

@testable import EmbeddedModels

@Suite struct ImageQuestionTests {
  private static let media: Set<String> = ["picture", "image", "photo", "images"]

  /// Questions that ask after something to be seen come down to it.
  @Test(arguments: [
    ("is there a dog", "a dog"), ("Is there a dog in the picture?", "a dog"), ("are there any guns in it", "any guns"),
    ("does the picture show a gun", "a gun"), ("does this image contain a wine glass?", "a wine glass"),
    ("do the images depict snakes", "snakes"), ("can you see a knife here", "a knife"), ("do you see blood", "blood"),
    ("is a dog visible in this photo", "a dog"), ("are weapons shown", "weapons"), ("is this a cat?", "a cat"),
    ("is it a photo of a cat", "a photo of a cat"), ("is the image of a horse", "a horse"),
    ("is this picture pornographic", "pornographic"), ("is the dog in the picture", "the dog"),
    ("does it have a clock on it", "a clock"),
  ])
  func findsTheSubject(question: String, subject: String) {
    #expect(ImageQuestion.subject(of: question, media: Self.media) == subject)
  }

  /// Others are left alone, as are those that ask after nothing.
  @Test(arguments: [
    "is somebody being threatened", "why is there a dog", "does the dog bite", "do you think it is sad", "is there",
    "does the picture show", "will it rain", "is the dog sad", "", "?", "is", "what does the image show",
    "can you explain the picture", "does the author like guns",
  ])
  func leavesOthersAlone(question: String) {
    #expect(ImageQuestion.subject(of: question, media: Self.media) == nil)
  }
}
