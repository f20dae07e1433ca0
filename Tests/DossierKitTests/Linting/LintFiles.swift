/// The fields of `content/events/fair.yaml` below its name.
func event(_ fields: String) -> [String: String] {
  ["content/events/fair.yaml": "name: Fair\n\(fields)\n"]
}

/// A source, by its id and its fields below the title.
func source(_ id: String, _ fields: String = "") -> [String: String] {
  ["content/sources/\(id).yaml": "title: Title of \(id)\n\(fields)\n"]
}

/// A record of the kind `agent`, whose `cover` needs a source while the agent lives.
func agent(_ fields: String) -> [String: String] {
  [
    "content/site.yaml":
      """
    title: T
    kinds:
      agent:
        plural: agents
        fields:
          died: date
          deceased: bool
          cover: {type: text, sensitive: challenge}
          home: {type: text, sensitive: private}
          papers: {type: group, many: true, fields: {number: {type: text, sensitive: challenge}, issued: text}}
          aliases: {type: group, many: true, sensitive: challenge, fields: {text: text}}
      ship:
        plural: ships
        fields:
          cargo: {type: text, sensitive: challenge}
    """,
    "content/agents/lee.yaml": "name: Ann Lee\n\(fields)\n",
  ]
}
