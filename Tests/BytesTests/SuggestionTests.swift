import Bytes
import Testing

@Suite struct SuggestionTests {
  @Test("The nearest of the known names is meant; of those that are equally near the first")
  func nearest() {
    #expect(Suggestion.name(to: "lopps", among: ["listen", "loops", "user"]) == "loops")
    for known in [["bat", "cat", "mat"], ["mat", "bat", "cat"], ["cat", "mat", "bat"]] {
      #expect(Suggestion.name(to: "rat", among: known) == known[0])
      #expect(Suggestion.name(to: "rat", among: ["stone"] + known) == known[0])
    }
    #expect(Suggestion.name(to: "cat", among: ["mat", "bat", "CAT"]) == "CAT")
  }

  @Test("A beginning stands for the whole name; what is far from all is none of them")
  func others() {
    #expect(Suggestion.name(to: "list", among: ["lost", "listen"]) == "listen")
    #expect(Suggestion.name(to: "zebra", among: ["listen", "user"]) == nil)
    #expect(Suggestion.advice(for: "zebra", among: ["a", "b"]) == "known are a, b")
    #expect(Suggestion.advice(for: "usr", among: ["listen", "user"]) == "did you mean user?")
  }
}
