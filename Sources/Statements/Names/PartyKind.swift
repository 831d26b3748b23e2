/// What one who speaks or signs is.
package enum PartyKind: String, Sendable { case organization, person }
