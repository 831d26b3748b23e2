internal import Bytes

/// Answers by the bytes of the target that asked for them, in two generations.
///
/// New answers go into the young generation. When it is full, it becomes the old one and what was
/// old is dropped; what is asked for from the old one becomes young again. So what is asked for
/// often stays, and no flood of different targets takes more than twice a generation's bounds.
struct ResponseCache {
  private struct Generation {
    var targets = ByteTable()
    /// By key number.
    var answers: [Resource] = []
    /// What each answer was counted as, and all together.
    var sizes: [Int] = []
    var bytes = 0
  }

  private var young = Generation()
  private var old = Generation()
  private let answersMax: Int
  let bytesMax: Int

  /// Holds at most so many answers and bytes, both generations together.
  init(answersMax: Int, bytesMax: Int) {
    self.answersMax = answersMax
    self.bytesMax = bytesMax
  }

  /// What is held now, in both generations.
  var held: (answers: Int, bytes: Int) {
    (young.answers.count + old.answers.count, young.bytes + old.bytes)
  }

  /// The answer to `target`. No allocation where it is young.
  mutating func find(_ target: Span<UInt8>) -> Resource? {
    if let number = young.targets.find(target) { return young.answers[number] }
    guard let number = old.targets.find(target) else { return nil }
    let answer = old.answers[number]
    insert(answer, for: target)
    return answer
  }

  /// Keeps `answer`, and counts what it takes now.
  mutating func insert(_ answer: Resource, for target: Span<UInt8>) {
    let bytes = answer.bytes + target.count
    let (number, isNew) = young.targets.insert(target)
    if isNew {
      young.answers.append(answer)
      young.sizes.append(0)
    }
    young.bytes += bytes - young.sizes[number]
    young.sizes[number] = bytes
    if young.bytes > bytesMax / 2 || young.answers.count >= answersMax / 2 {
      old = young
      young = Generation()
    }
  }
}
