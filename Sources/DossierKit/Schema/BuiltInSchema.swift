extension Schema {
  /// The kinds and relations that come with dossier, in the notation that `site.yaml` uses.
  ///
  /// `common` stands before the fields of every kind. Read at each start, by the code that reads an
  /// author's own, so that neither can do what the other cannot. What is `definite` is neither "not known" nor
  /// "none": an entry without it would be nothing that a page could show.
  static let builtIn = """
    common:
      names:
        type: group
        many: true
        label: Also known as
        fields:
          text: {type: text, required: true, label: Name}
          lang: {type: lang, definite: true, label: Language}
          type: {type: enum, definite: true, label: Type, values: [alias, official, former, birth, nickname, transliteration, abbreviation, misspelling, weak]}
          link: {type: enum, definite: true, label: Linked, values: [auto, context, never]}
      disambiguation: {type: text, label: Disambiguation}
      summary: {type: markdown, label: Summary}
      tags: {type: text, many: true, label: Tags}
      identifiers: {type: map, label: Identifiers}
      links:
        type: group
        many: true
        label: Links
        fields:
          url: {type: url, required: true, definite: true, label: Address}
          title: {type: text, definite: true, label: Title}
      images:
        type: group
        many: true
        label: Images
        fields:
          file: {type: file, required: true, definite: true, label: File}
          alt: {type: text, definite: true, label: Description}
          caption: {type: markdown, definite: true, label: Caption}
          credit: {type: text, label: Credit}
          license: {type: text, label: License}
      relations:
        type: group
        many: true
        label: Relations
        fields:
          type: {type: text, required: true, definite: true, label: Relation}
          to: {type: ref, required: true, label: To}
          start: {type: date, label: From}
          end: {type: date, label: Until}
          seen: {type: date, label: Seen}
      claims:
        type: group
        many: true
        label: Claims
        fields:
          id: {type: key, label: Id}
          text: {type: markdown, required: true, definite: true, label: Claim}
          about: {type: ref, many: true, definite: true, label: About}
          attributed_to: {type: ref, many: true, label: Said by}
      corrections:
        type: group
        many: true
        label: Corrections
        fields:
          date: {type: date, required: true, label: Date}
          what: {type: markdown, label: What}
          was: {type: markdown, label: Was}
          now: {type: markdown, label: Now}
          why: {type: markdown, label: Why}
          severity: {type: enum, definite: true, label: Severity, values: [typo, fact, retraction]}
      reply:
        type: group
        label: Right of reply
        fields:
          sought: {type: date, label: Asked}
          status: {type: enum, definite: true, label: Status, values: [pending, received, declined, no-answer, not-sought]}
          text: {type: markdown, definite: true, label: Reply}
      different_from: {type: ref, many: true, label: Not to be confused with, inverse: Not to be confused with}
      created: {type: date, label: Created}
      updated: {type: date, label: Updated}

    kinds:
      article:
        role: article
        plural: articles
        label: {one: Article, many: Articles}
        fields:
          date: {type: date, required: true, label: Date}
          lang: {type: lang, label: Language}
          authors: {type: text, many: true, label: By}
          sources: {type: ref, to: [source], many: true, label: Sources, inverse: Articles that rest on it}
          about: {type: ref, many: true, label: About, inverse: Main subject of}
      page:
        role: page
        plural: pages
        label: {one: Page, many: Pages}
        fields:
          lang: {type: lang, label: Language}
          sources: {type: ref, to: [source], many: true, label: Sources, inverse: Pages that rest on it}
          about: {type: ref, many: true, label: About, inverse: Main subject of}
      official:
        plural: officials
        label: {one: Official, many: Officials}
        fields:
          born: {type: date, label: Born}
          died: {type: date, label: Died}
          deceased: {type: bool, label: Deceased}
          birth_place: {type: ref, to: [place, country], label: Place of birth, inverse: Born here}
          gender: {type: text, label: Gender}
          nationality: {type: ref, to: [country], many: true, label: Nationality, inverse: Nationals}
          posts:
            type: group
            many: true
            label: Posts
            fields:
              id: {type: key, label: Id}
              title: {type: text, label: Post}
              organization: {type: ref, to: [organization], label: Organization, inverse: People}
              country: {type: ref, to: [country], label: Country, inverse: Officials}
              accredited_to: {type: ref, to: [country], many: true, label: Accredited to, inverse: Accredited here}
              start: {type: date, label: From}
              end: {type: date, label: Until}
              seen: {type: date, label: Seen}
              state: {type: enum, label: State, values: [current, ended, unknown]}
              how: {type: enum, label: How, values: [appointed, elected, acting, identified-as]}
              predecessor: {type: ref, to: [official], label: Predecessor, inverse: Succeeded by}
              successor: {type: ref, to: [official], label: Successor, inverse: Preceded by}
          ranks:
            type: group
            many: true
            label: Ranks
            fields:
              rank: {type: text, required: true, label: Rank}
              branch: {type: text, label: Branch}
              start: {type: date, label: From}
              end: {type: date, label: Until}
              seen: {type: date, label: Seen}
      country:
        plural: countries
        label: {one: Country, many: Countries}
        fields:
          official_name: {type: text, label: Official name}
          iso2: {type: text, label: ISO 3166 alpha-2}
          iso3: {type: text, label: ISO 3166 alpha-3}
          demonyms: {type: text, many: true, label: Demonyms}
          capital: {type: ref, to: [place], label: Capital, inverse: Capital of}
          start: {type: date, label: From}
          end: {type: date, label: Until}
      event:
        plural: events
        label: {one: Event, many: Events}
        fields:
          type: {type: enum, label: Type, values: [meeting, visit, exercise, fair, signing, delivery, training, statement, other]}
          date: {type: date, label: Date}
          place: {type: ref, to: [place], label: Place, inverse: Events here}
          venue: {type: text, label: Venue}
          countries: {type: ref, to: [country], many: true, label: Countries, inverse: Events}
          part_of: {type: ref, to: [event], label: Part of, inverse: Includes}
          follows: {type: ref, to: [event], label: Follows, inverse: Followed by}
          participants:
            type: group
            many: true
            label: Participants
            fields:
              who: {type: ref, to: [official, organization], required: true, label: Who, inverse: Took part in}
              role: {type: text, label: Role}
              as: {type: entry, of: who, in: posts, label: As}
              rank: {type: text, label: Rank}
              for: {type: ref, to: [country, organization], label: For, inverse: Represented at}
              presence: {type: enum, label: Presence, values: [confirmed, photo, listed, invited, remote]}
          equipment: {type: ref, to: [equipment], many: true, label: Equipment, inverse: Events}
          outcomes: {type: markdown, many: true, label: Outcomes}
      organization:
        plural: organizations
        label: {one: Organization, many: Organizations}
        fields:
          classification: {type: text, label: Classification}
          country: {type: ref, to: [country], label: Country, inverse: Organizations}
          parent: {type: ref, to: [organization], label: Part of, inverse: Includes}
          founded: {type: date, label: Founded}
          dissolved: {type: date, label: Dissolved}
      place:
        plural: places
        label: {one: Place, many: Places}
        fields:
          country: {type: ref, to: [country], label: Country, inverse: Places}
          within: {type: ref, to: [place], label: Within, inverse: Contains}
          geo: {type: geo, label: Position}
      equipment:
        plural: equipment
        label: {one: Equipment, many: Equipment}
        fields:
          type: {type: text, label: Type}
          designation: {type: text, label: Designation}
          manufacturer: {type: ref, to: [organization], label: Manufacturer, inverse: Makes}
          origin: {type: ref, to: [country], label: Origin, inverse: Equipment from here}
          operators:
            type: group
            many: true
            label: Operators
            fields:
              organization: {type: ref, to: [organization], label: Organization, inverse: Operates}
              country: {type: ref, to: [country], label: Country, inverse: Operates}
              start: {type: date, label: From}
              end: {type: date, label: Until}
              quantity: {type: number, label: Quantity}
      source:
        title: true
        plural: sources
        label: {one: Source, many: Sources}
        fields:
          type: {type: enum, label: Type, values: [article, post, document, broadcast, interview, dataset, book]}
          publisher: {type: ref, to: [organization], label: Publisher, inverse: Publishes}
          publisher_name: {type: text, label: Publisher}
          authors: {type: text, many: true, label: By}
          published: {type: date, label: Published}
          accessed: {type: date, label: Accessed}
          lang: {type: lang, label: Language}
          url: {type: url, label: Address}
          url_status: {type: enum, label: Status of the address, values: [live, dead, unfit, usurped]}
          archives:
            type: group
            many: true
            label: Archived copies
            fields:
              url: {type: url, required: true, definite: true, label: Address}
              at: {type: date, label: Date}
              service: {type: text, label: Service}
          snapshots:
            type: group
            many: true
            label: Snapshots
            fields:
              file: {type: file, required: true, definite: true, label: File}
              sha256: {type: text, label: SHA-256}
              captured: {type: datetime, label: Captured}
              tool: {type: text, label: Tool}
          based_on: {type: ref, to: [source], many: true, label: Based on, inverse: Basis of}
          reliability: {type: enum, label: Reliability, values: [A, B, C, D, E, F]}

    relations:
      subordinate-to: {label: subordinate to, inverse: superior of, dated: true}
      relative-of: {label: relative of, symmetric: true}
      associate-of: {label: associate of, symmetric: true, dated: true}
      represents: {label: represents, inverse: represented by, dated: true}
      member-of: {label: member of, inverse: members, dated: true}
      military-cooperation: {label: military cooperation with, symmetric: true, dated: true}
      trains: {label: trains, inverse: trained by, dated: true}
      supplies: {label: supplies, inverse: supplied by, dated: true}
      sanctions: {label: sanctions, inverse: sanctioned by, dated: true}
      related-to: {label: related to, symmetric: true, dated: true}
    """
}
