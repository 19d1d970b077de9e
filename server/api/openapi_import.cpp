#include "server/api/openapi.h"

namespace fieldbook::server::api {

// As imports_handler.cpp reads and writes them.
std::string_view importSchemas()
{
    return R"({
"ImportTableAsked":{"type":"object","required":["type","text"],"properties":{
 "type":{"type":"string","description":"Of the records that the rows are to become."},
 "text":{"type":"string","description":"The file: CSV with a head."},
 "delimiter":{"type":"string","description":"One character; absent: the likeliest."}}},
"ImportTable":{"type":"object","required":["delimiter","rows","columns","fields","key","unread",
 "faults"],
 "properties":{"delimiter":{"type":"string"},"rows":{"type":"integer"},
 "columns":{"type":"array","items":{"type":"object","required":["name","examples"],"properties":{
  "name":{"type":"string"},"examples":{"type":"array","items":{"type":"string"}},
  "field":{"type":"string","description":"What it seems to hold; absent: nothing known."},
  "date":{"type":"string","description":"How its days seem to be written: %Y/%m/%d."}}}},
 "fields":{"type":"array","description":"What can be filled.","items":{"type":"object",
  "required":["name","kind","required","tells"],"properties":{"name":{"type":"string"},
  "kind":{"type":"string"},"required":{"type":"boolean"},
  "tells":{"type":"boolean","description":"Whether a record that is there can be known by it."},
  "by":{"type":"array","items":{"type":"string"},
   "description":"Of references: by which fields the other record can be named."}}}},
 "key":{"type":"array","items":{"type":"string"},
  "description":"Columns that seem to tell one row from another."},
 "unread":{"type":"integer","description":"Rows that cannot be read."},
 "faults":{"type":"array","items":{"$ref":"#/components/schemas/ImportFinding"}}}},
"ImportFinding":{"type":"object","required":["line","column","severity","code","sentence"],
 "properties":{"line":{"type":"integer"},"column":{"type":"string"},
 "severity":{"type":"string","enum":["error","warning"]},"code":{"type":"string"},
 "sentence":{"type":"string"},"detail":{"type":"string"}}},
"ImportAsked":{"type":"object","required":["name","source","type","text","key","fields"],
 "properties":{"name":{"type":"string","description":"Of the file."},
 "source":{"type":"string","description":
  "Where the records come from; the same key of the same source is the same record, ever."},
 "type":{"type":"string"},"text":{"type":"string"},"delimiter":{"type":"string"},
 "key":{"type":"array","items":{"type":"string"},"description":"Columns."},
 "fields":{"type":"array","items":{"type":"object","required":["field"],"properties":{
  "field":{"type":"string"},"column":{"type":"string"},
  "value":{"type":"string","description":"For all rows, where there is no column."},
  "by":{"type":"string","description":"Of a reference: which field of the other record it is."},
  "date":{"type":"string","description":"%Y %m %d %H %M %S; absent: ISO 8601."},
  "decimal":{"type":"string","description":"The decimal sign; absent: a point."}}}},
 "existing":{"type":"object","required":["by","then"],
  "description":"Records that are there already, not from this source, with the same value.",
  "properties":{"by":{"type":"string"},"then":{"type":"string","enum":["skip","update"]}}},
 "dry_run":{"type":"boolean","description":"Check everything, write nothing."}}},
"Import":{"type":"object","required":["id","name","source","type","by","at","state","dry_run",
  "rows","done","created","changed","unchanged","skipped","rejected","faults","undoable"],
 "properties":{"id":{"type":"string","format":"uuid"},"name":{"type":"string"},
 "source":{"type":"string"},"type":{"type":"string"},
 "by":{"type":"object","required":["id","name"],
  "properties":{"id":{"type":"string","format":"uuid"},"name":{"type":"string"}}},
 "at":{"type":"string","format":"date-time"},
 "state":{"type":"string","enum":["waiting","running","done","failed","broken_off","undoing",
  "undone"]},
 "dry_run":{"type":"boolean"},
 "rows":{"type":"integer"},"done":{"type":"integer","description":"Rows so far."},
 "created":{"type":"integer"},"changed":{"type":"integer"},"unchanged":{"type":"integer"},
 "skipped":{"type":"integer"},"rejected":{"type":"integer"},
 "faults":{"type":"integer","description":"All that was found, also beyond those listed."},
 "findings":{"type":"array","items":{"$ref":"#/components/schemas/ImportFinding"}},
 "undoable":{"type":"boolean","description":"Whether there is something to take back."},
 "code":{"type":"string","description":"Why it failed."},
 "sentence":{"type":"string"},
 "undone_at":{"type":"string","format":"date-time"},
 "put_back":{"type":"integer","description":"Records as they were before."},
 "kept":{"type":"integer","description":"Records that somebody has changed since."}}},
"Imports":{"type":"object","required":["imports"],"properties":{
 "imports":{"type":"array","items":{"$ref":"#/components/schemas/Import"}}}}
})";
}

} // namespace fieldbook::server::api
