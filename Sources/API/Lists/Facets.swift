internal import Catalog
internal import Statements

/// The facets of the API's lists.
enum Facets {
  /// Countries of a statement's signatories, each once.
  static let countryOfStatement = Facet("country") { found, scope in
    let countries = scope.snapshot.countries
    var counts = [Int](repeating: 0, count: CountryCode.count)
    for index in found {
      for code in countries[Int(index)] { counts[code.number] += 1 }
    }
    return Facet.Counts(counts: counts, label: CountryCode.text)
  }

  static let organizationOfStatement = Facet.parties(
    "organization", { $0.snapshot.organizations }
  ) { found, scope, counts in
    let snapshot = scope.snapshot
    for index in found {
      let signatories = snapshot.statements[Int(index)].statement.signatories
      for (signatory, party) in zip(signatories, snapshot.parties(ofStatement: Int(index))) {
        guard case .organization = party.kind, !signatory.isWithdrawn else { continue }
        counts.add(party.index, for: index)
      }
    }
  }

  static let speakerOfQuotation = Facet.parties(
    "speaker", { $0.snapshot.people }
  ) { found, scope, counts in
    for index in found {
      guard let speaker = scope.snapshot.quotations[Int(index)].speaker else { continue }
      if case .person = speaker.kind { counts.add(speaker.index, for: index) }
    }
  }

  /// The organization that spoke, and the one in which the speaker holds a role.
  static let organizationOfQuotation = Facet.parties(
    "organization", { $0.snapshot.organizations }
  ) { found, scope, counts in
    for index in found {
      let quotation = scope.snapshot.quotations[Int(index)]
      if let affiliation = quotation.affiliation { counts.add(affiliation, for: index) }
      guard let speaker = quotation.speaker else { continue }
      if case .organization = speaker.kind { counts.add(speaker.index, for: index) }
    }
  }

  static func country(_ code: @escaping @Sendable (Int, RenderContext) -> CountryCode?) -> Facet {
    .single("country", valueCount: CountryCode.count, label: CountryCode.text) { index, scope in
      code(index, scope)?.number
    }
  }

  static func language(of statement: @escaping @Sendable (Int, RenderContext) -> Int) -> Facet {
    Facet("lang") { found, scope in
      let columns = scope.snapshot.columns
      let sorted = columns.tags.indices.sorted { columns.tags[$0] < columns.tags[$1] }
      var places = [Int](repeating: 0, count: sorted.count)
      for (place, number) in sorted.enumerated() { places[number] = place }
      var counts = [Int](repeating: 0, count: sorted.count)
      for index in found {
        let language = columns.languages[statement(Int(index), scope)]
        if language >= 0 { counts[places[Int(language)]] += 1 }
      }
      return Facet.Counts(counts: counts) { columns.tags[sorted[$0]] }
    }
  }

  /// Years of four digits.
  static func year(of statement: @escaping @Sendable (Int, RenderContext) -> Int) -> Facet {
    .single("year", valueCount: 10_000, label: { String($0) }) { index, scope in
      let day = scope.snapshot.columns.days[statement(index, scope)]
      return day == 0 ? nil : Int(day) / 10_000
    }
  }
}
