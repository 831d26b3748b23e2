internal import Bytes
internal import Digest

/// Collects the names of parties while a snapshot is built, and makes names with one fold one
/// party.
///
/// Folding is the dear part: it is done once for each distinct name as written.
struct PartyRegistry {
  /// Distinct names as written; the arrays beside it are by their numbers.
  private(set) var names = ByteTable()
  private(set) var places: [TextPlace] = []
  private(set) var uses: [Int32] = []
  private(set) var parties: [Int32] = []
  /// The parties' ids.
  private(set) var ids = ByteTable()
  /// What is declared, by the number of the party.
  private(set) var declarations: [Int: DeclaredParty] = [:]
  private let directory: PartyDirectory

  init(_ directory: PartyDirectory) {
    self.directory = directory
  }

  /// The number of the party called `name`, which stands at `place`. Where several have that name,
  /// they are told apart by the name of what they belong to.
  mutating func note(
    _ name: Span<UInt8>, of affiliation: ArraySlice<UInt8>? = nil, at place: TextPlace
  ) -> Int32 {
    let (number, isNew) = names.insert(written(name, of: affiliation).span)
    if isNew {
      places.append(place)
      uses.append(0)
      let (id, declared) = id(of: name, affiliation)
      let party = ids.insert(id.span).number
      parties.append(Int32(party))
      declarations[party] = declared
    }
    uses[number] += 1
    return parties[number]
  }

  /// The name as written, by which what is known of it is found again.
  private func written(_ name: Span<UInt8>, of affiliation: ArraySlice<UInt8>?) -> [UInt8] {
    guard let affiliation, directory.hasSeveral,
      directory.canonical(NameFolding.key(name)).declared?.isSeveral ?? false
    else { return [UInt8](copying: name) }
    return [UInt8](copying: name) + [0] + affiliation
  }

  /// The fold of the name, or of the one it is declared to be another name of; where nothing of it
  /// remains, a short digest.
  private func id(of name: Span<UInt8>, _ affiliation: ArraySlice<UInt8>?)
    -> (id: [UInt8], declared: DeclaredParty?)
  {
    let key = NameFolding.key(name)
    guard !key.isEmpty else {
      return (Array("name-".utf8) + SHA256.hex([UInt8](copying: name)).utf8.prefix(8), nil)
    }
    let (canonical, declared) = directory.canonical(key)
    guard let affiliation, declared?.isSeveral ?? false else { return (canonical, declared) }
    return (canonical + [0x2D] + NameFolding.key(Array(affiliation).span), declared)
  }

  /// Each party's names as written: the most used first, then in the order of their appearance.
  func namesByParty() -> Grouping<TextPlace> {
    let order = names.indices.sorted { left, right in
      uses[left] == uses[right] ? left < right : uses[left] > uses[right]
    }
    return Grouping(groupCount: ids.count, order.map { (parties[$0], places[$0]) })
  }

  /// For each party its place in the order of ids.
  func ranks() -> [Int32] {
    let order = ids.indices.sorted { ids[$0].precedes(ids[$1]) }
    var ranks = [Int32](repeating: 0, count: order.count)
    for (rank, party) in order.enumerated() { ranks[party] = Int32(rank) }
    return ranks
  }
}

extension ByteTable {
  /// The numbers of all keys.
  fileprivate var indices: Range<Int> { 0..<count }
}
