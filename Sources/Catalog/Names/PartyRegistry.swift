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
  private let directory: OrganizationDirectory

  init(_ directory: OrganizationDirectory = .empty) {
    self.directory = directory
  }

  /// The number of the party called `name`, which stands at `place`.
  mutating func note(_ name: Span<UInt8>, at place: TextPlace) -> Int32 {
    let (number, isNew) = names.insert(name)
    if isNew {
      places.append(place)
      uses.append(0)
      parties.append(Int32(ids.insert(id(of: name).span).number))
    }
    uses[number] += 1
    return parties[number]
  }

  /// The fold of the name, or of the one it is declared to be another name of; where nothing of it
  /// remains, a short digest.
  private func id(of name: Span<UInt8>) -> [UInt8] {
    let key = NameFolding.key(name)
    if !key.isEmpty { return directory.canonical(key) }
    return Array("name-".utf8) + SHA256.hex([UInt8](copying: name)).utf8.prefix(8)
  }

  /// What is declared, by the number of the party.
  func declarations() -> [Int: DeclaredOrganization] {
    guard !directory.organizations.isEmpty else { return [:] }
    return ids.indices.reduce(into: [:]) { $0[$1] = directory[ids.key($1)] }
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
