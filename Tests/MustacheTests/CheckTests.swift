import Testing

@testable import Mustache

@Suite("What is wrong with a template")
struct CheckTests {
  @Test(
    "Reports tags that cannot be read, with both places",
    arguments: [
      (
        "a {{title",
        ["syntax page.mustache «{{» the tag is not closed (close it with '}}')"]
      ),
      (
        "{{#isDraft}}x",
        [
          "syntax page.mustache «{{#isDraft}}» 'isDraft' is not closed (close it with '{{/isDraft}}') [: the file ends]"
        ]
      ),
      (
        "{{#isDraft}}{{#title}}{{/isDraft}}",
        [
          "syntax page.mustache «{{#title}}» 'title' is not closed (close it with '{{/title}}') [{{/isDraft}}: 'isDraft' around it closes here]"
        ]
      ),
      (
        "{{#isDraft}}{{/isDrafty}}{{/isDraft}}",
        [
          "syntax page.mustache «{{/isDrafty}}» '{{/isDrafty}}' closes nothing (did you mean '{{/isDraft}}'?) [{{#isDraft}}: 'isDraft' is open since here]"
        ]
      ),
      (
        "{{/title}}",
        ["syntax page.mustache «{{/title}}» '{{/title}}' closes nothing: no section is open"]
      ),
      (
        "{{= <% =}}",
        [
          "syntax page.mustache «{{= <% =}}» delimiters are two words without '=' (write them as in '{{=<% %>=}}')"
        ]
      ),
      ("{{ }}", ["syntax page.mustache «{{ }}» the tag has no name"]),
      ("{{a b}}", ["syntax page.mustache «a b» the name 'a b' has a space in it"]),
      (
        "{{#a b}}{{/a b}}",
        [
          "syntax page.mustache «a b» the name 'a b' has a space in it"
        ]
      ),
      (
        "{{title.}}",
        ["syntax page.mustache «title.» the name 'title.' has a dot with nothing beside it"]
      ),
    ])
  func reportsSyntax(_ template: String, _ expected: [String]) {
    #expect(problems(template) == expected)
  }

  @Test(
    "Names the nearest of what is visible",
    arguments: [
      ("{{titel}}", "there is no 'titel' here (did you mean 'title'?)"),
      ("{{#quotes}}{{tilte}}{{/quotes}}", "there is no 'tilte' here (did you mean 'title'?)"),
      ("{{#quotes}}{{txt}}{{/quotes}}", "there is no 'txt' here (did you mean 'text'?)"),
      ("{{place.nmae}}", "there is no 'place.nmae' here (did you mean 'place.name'?)"),
      ("{{plce.name}}", "there is no 'plce.name' here (did you mean 'place.name'?)"),
      ("{{quotes.lenght}}", "there is no 'quotes.lenght' here (did you mean 'quotes.length'?)"),
      ("{{#place}}{{nam}}{{/place}}", "there is no 'nam' here (did you mean 'name'?)"),
      ("{{somethingElse}}", "there is no 'somethingElse' here"),
      ("{{title.x}}", "there is no 'title.x' here"),
      ("{{#missing}}{{x}}{{/missing}}", "there is no 'missing' here"),
    ])
  func namesTheNearest(_ template: String, _ expected: String) throws {
    let found = problems(template)
    #expect(found.count == 1)
    #expect(try #require(found.first).hasSuffix("» \(expected)"))
  }

  @Test(
    "Takes each sort of value only as what it is",
    arguments: [
      ("{{{title}}}", "rawText «{{{title}}}»"),
      ("{{&title}}", "rawText «{{&title}}»"),
      ("{{{home}}}", "rawText «{{{home}}}»"),
      ("{{{tags.length}}}", "rawText «{{{tags.length}}}»"),
      ("{{body}}", "escapedHTML «{{body}}»"),
      ("{{isDraft}}", "notText «{{isDraft}}»"),
      ("{{quotes}}", "notText «{{quotes}}»"),
      ("{{place}}", "notText «{{place}}»"),
      ("{{.}}", "notText «{{.}}»"),
    ])
  func checksSorts(_ template: String, _ expected: String) {
    #expect(places(template) == [expected])
  }

  @Test(
    "Refuses values where they are not safe",
    arguments: [
      ("<a href=\"{{title}}\">", "notAURL «{{title}}»"),
      ("<a HREF = '{{title}}'>", "notAURL «{{title}}»"),
      ("<img alt=\"\" src=\"{{home}}{{title}}\">", "notAURL «{{title}}»"),
      ("<a href=\"/x/{{title}}\">", "notAURL «{{title}}»"),
      ("<a href=\"{{home}}{{#isDraft}}#{{/isDraft}}{{title}}\">", "notAURL «{{title}}»"),
      ("<a href=\"{{quotes.length}}\">", "notAURL «{{quotes.length}}»"),
      ("<svg><use xlink:href=\"{{title}}\"/></svg>", "notAURL «{{title}}»"),
      ("<form action='{{title}}'>", "notAURL «{{title}}»"),
      ("<img srcset=\"{{home}} 1x, {{title}} 2x\">", "notAURL «{{title}}»"),
      ("<video poster=\"{{title}}\">", "notAURL «{{title}}»"),
      ("<q cite=\"{{title}}\">", "notAURL «{{title}}»"),
      ("<button formaction=\"{{title}}\">", "notAURL «{{title}}»"),
      ("<object data=\"{{title}}\">", "notAURL «{{title}}»"),
      ("<a title={{title}}>", "unquotedAttribute «{{title}}»"),
      ("<a title=a{{title}}>", "unquotedAttribute «{{title}}»"),
      ("<a href={{home}}>", "unquotedAttribute «{{home}}»"),
      ("<a {{title}}>", "inTag «{{title}}»"),
      ("<a data-{{title}}=\"x\">", "inTag «{{title}}»"),
      ("<a x {{title}}>", "inTag «{{title}}»"),
      ("<{{title}}>", "inTag «{{title}}»"),
      ("<h{{title}}>", "inTag «{{title}}»"),
      ("</{{title}}>", "inTag «{{title}}»"),
      ("<p title=\"{{{body}}}\">", "htmlInAttribute «{{{body}}}»"),
      ("<p title=\"{{body}}\">", "htmlInAttribute «{{body}}»"),
      ("<script>{{title}}</script>", "inScript «{{title}}»"),
      ("<SCRIPT async>'</scrip>{{title}}</script>", "inScript «{{title}}»"),
      ("<style>{{title}}</style>", "inScript «{{title}}»"),
      ("<p style=\"{{title}}\">", "inScript «{{title}}»"),
      ("<p onclick=\"{{title}}\">", "inScript «{{title}}»"),
      ("<iframe srcdoc=\"{{title}}\">", "inScript «{{title}}»"),
      ("<!-- {{title}} -->", "inComment «{{title}}»"),
      ("<!-- > -- {{title}} -->", "inComment «{{title}}»"),
      ("<!DOCTYPE {{title}}>", "inComment «{{title}}»"),
      ("<?xml {{title}}?>", "inComment «{{title}}»"),
    ])
  func refusesUnsafePlaces(_ template: String, _ expected: String) {
    #expect(places(template).filter { !$0.hasPrefix("unbalanced") } == [expected])
  }

  @Test(
    "Lets values stand where they are safe",
    arguments: [
      "<a href=\"{{home}}\" title='{{title}}'>{{title}}</a>",
      "<a href=\"{{home}}#{{title}}\">x</a>",
      "<a href=\"#{{title}}\">x</a>",
      "<a href=\"{{home}}style.css\">x</a>",
      "<a href=\"{{home}}{{home}}\">x</a>",
      "<a data-x=\"{{title}}\" aria-label=\"{{home}} {{tags.length}}\">x</a>",
      "<li{{#isDraft}} class=\"draft\"{{/isDraft}}>{{title}}</li>",
      "<li{{#isDraft}} hidden{{/isDraft}} title=\"{{title}}\">x</li>",
      "<li class=\"a{{#isDraft}} draft{{/isDraft}}\" title=\"{{title}}\">x</li>",
      "{{#isDraft}}<a href=\"{{home}}\">{{/isDraft}}{{title}}{{#isDraft}}</a>{{/isDraft}}",
      "{{#home}}<a href=\"{{.}}\">{{/home}}",
      "<script src=\"{{home}}x.js\"></script>{{title}}",
      "<script>if (a < b) '<p title='</script>{{title}}",
      "<style>p { color: red }</style >{{title}}",
      "<!-- a -- b --->{{title}}", "<!DOCTYPE html>{{title}}", "a < b {{title}}", "<br/>{{title}}",
      "<<b>{{title}}</b>", "<?xml version=\"1.0\"?><loc>{{home}}</loc>",
      "<p title=\"a>b\">{{title}}</p>", "<a href=\"x\"title=\"{{title}}\">x</a>",
    ])
  func allowsSafePlaces(_ template: String) {
    #expect(problems(template) == [])
  }

  @Test("Follows the markup into partials and fillings")
  func followsMarkup() {
    #expect(
      places("<a {{>attribute}}>x</a>{{>attribute}}", with: ["attribute": "title=\"{{title}}\""])
        == [])
    #expect(
      places("<a href=\"{{>address}}\">x</a>{{>address}}", with: ["address": "{{title}}"])
        == ["notAURL «{{title}}»"])
    #expect(
      places(
        "{{<layout}}{{$code}}{{title}}{{/code}}{{/layout}}",
        with: ["layout": "<script>{{$code}}{{/code}}</script>"]) == ["inScript «{{title}}»"])
  }

  @Test(
    "Wants a section to end where it began",
    arguments: [
      ("{{#isDraft}}<a {{/isDraft}}>", "unbalancedMarkup «{{#isDraft}}»"),
      ("<a title=\"{{#isDraft}}\"{{/isDraft}}\">", "unbalancedMarkup «{{#isDraft}}»"),
      ("{{^isDraft}}<!-- {{/isDraft}}-->", "unbalancedMarkup «{{^isDraft}}»"),
      ("{{#quotes}}<script>{{/quotes}}", "unbalancedMarkup «{{#quotes}}»"),
      ("<p", "unbalancedMarkup «»"),
      ("{{#place}}{{>node}}{{/place}}", "unbalancedMarkup «{{>node}}»"),
    ])
  func wantsBalance(_ template: String, _ expected: String) {
    let node = "{{#places}}{{>node}}{{/places}}<a title=\""
    let found = places(template, with: ["node": node])
    #expect(found.contains(expected))
  }

  @Test("Names the nearest partial, parent and block")
  func namesTheNearestTemplate() {
    let partials = ["layout": "{{$main}}{{/main}}{{$title}}{{/title}}", "head": ""]
    #expect(
      problems("{{>haed}}{{<layot}}{{/layot}}", with: partials) == [
        "missingTemplate page.mustache «haed» there is no template 'haed' (did you mean 'head'?)",
        "missingTemplate page.mustache «layot» there is no template 'layot' (did you mean 'layout'?)",
      ])
    #expect(
      problems("{{<layout}}{{$mian}}x{{/mian}}{{$title}}y{{/title}}{{/layout}}", with: partials)
        == [
          "unknownBlock page.mustache «mian» 'layout' has no block 'mian' (did you mean 'main'?)"
        ])
    #expect(
      problems("{{<layout}}{{title}}{{/layout}}", with: partials) == [
        "syntax page.mustache «{{title}}» 'title' is not in a block, and only blocks count in '{{<layout}}' (put it in a block of 'layout', or behind '{{/layout}}')"
      ])
  }

  @Test("Accepts a filling that a child of the child overrides")
  func acceptsOverriddenFillings() {
    let partials = ["base": "{{$a}}1{{/a}}", "middle": "{{<base}}{{$a}}2{{/a}}{{/base}}"]
    #expect(problems("{{<middle}}{{$a}}3{{/a}}{{/middle}}", with: partials) == [])
  }

  @Test(
    "Refuses templates that would never end",
    arguments: [
      ["a": "{{>a}}"],
      ["a": "{{#isDraft}}{{>a}}{{/isDraft}}"],
      ["a": "{{>b}}", "b": "{{#title}}{{>a}}{{/title}}"],
      ["a": "{{#quotes}}{{>a}}{{/quotes}}"],
      ["a": "{{#quotes}}{{>b}}{{/quotes}}", "b": "{{#place}}{{>a}}{{/place}}"],
      ["a": "{{<a}}{{/a}}"],
      ["a": "{{<b}}{{$x}}{{>a}}{{/x}}{{/b}}", "b": "{{$x}}{{/x}}"],
      ["a": "  {{>a}}\n"],
    ])
  func refusesEndlessRecursion(_ partials: [String: String]) {
    let found = problems("{{>a}}", with: partials)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.hasPrefix("recursion") })
  }

  @Test("Allows recursion that goes deeper in every round, by way of others too")
  func allowsRecursion() {
    #expect(
      problems(
        "{{#place}}{{>a}}{{/place}}",
        with: ["a": "{{>b}}", "b": "{{#places}}{{title}}{{>a}}{{/places}}"]) == [])
  }

  @Test("Answers hostile templates")
  func answersHostileTemplates() {
    let deep = String(repeating: "{{#isDraft}}", count: 100_000)
    #expect(problems(deep).count == 1)
    let closed =
      String(repeating: "{{#isDraft}}", count: 99) + String(repeating: "{{/isDraft}}", count: 99)
    #expect(problems(closed) == [])
    var chain: [String: String] = [:]
    for index in 0..<1_000 { chain["p\(index)"] = "{{>p\(index + 1)}}" }
    chain["p1000"] = ""
    #expect(places("{{>p0}}", with: chain).allSatisfy { $0.hasPrefix("recursion") })
    var doubling = ["p20": "{{$b19}}{{/b19}}"]
    for index in 1..<20 {
      let inner = "{{$b\(index - 1)}}{{/b\(index - 1)}}"
      doubling["p\(index)"] =
        "{{<p\(index + 1)}}{{$b\(index)}}\(inner)\(inner){{/b\(index)}}{{/p\(index + 1)}}"
    }
    let doubled = places("{{<p1}}{{$b0}}x{{/b0}}{{/p1}}", with: doubling)
    #expect(doubled.count == 1 && doubled[0].hasPrefix("recursion"))
    #expect(problems(String(repeating: "{{title}} ", count: 100_000)) == [])
    #expect(problems(String(repeating: "{{/x}}{{a b}}{{c}}", count: 1_000)).count == 3_000)
    #expect(problems(String(repeating: "{{>p}}", count: 10_000), with: ["p": ""]) == [])
  }

  @Test("Collects what is wrong in all files, each thing once")
  func collectsEverything() {
    let library = library([
      "page": "{{titel}}{{>part}}{{>part}}<a {{>part}}>", "other": "{{>part}}", "part": "{{nmae}}",
      "unused": "{{#a}}",
    ])
    var problems = library.problems
    _ = library.compile("page", for: PageView.shape, problems: &problems)
    _ = library.compile("other", for: PageView.shape, problems: &problems)
    _ = library.compile("absent", for: PageView.shape, problems: &problems)
    #expect(
      problems.map { "\($0.kind) \($0.file)" }
        == [
          "syntax unused.mustache", "unknownName page.mustache", "unknownName part.mustache",
          "missingTemplate absent.mustache",
        ])
  }

  private func places(_ template: String, with partials: [String: String] = [:]) -> [String] {
    let files = partials.merging(["page": template]) { $1 }
    let library = library(files)
    var problems = library.problems
    _ = library.compile("page", for: PageView.shape, problems: &problems)
    return problems.map { problem in
      let bytes = Array((files[String(problem.file.dropLast(".mustache".count))] ?? "").utf8)
      return "\(problem.kind) «\(String(decoding: bytes[problem.range], as: UTF8.self))»"
    }
  }
}
