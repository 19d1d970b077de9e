#include "server/api/openapi.h"

namespace fieldbook::server::api {

// What managers and IT do in the office.
std::string_view officeSchemas()
{
    return R"({
"HandoverOrder":{"type":"object","required":["from"],"properties":{
 "from":{"type":"string","format":"uuid","description":"Whose book."},
 "to":{"type":["string","null"],"format":"uuid",
  "description":"Who gets what no part and no customer says otherwise of; null: that stays."},
 "parts":{"type":"array","maxItems":100,"items":{"type":"object",
  "required":["field","value","to"],"properties":{"field":{"type":"string",
  "description":"A text or choice of customers, such as region."},"value":{"type":"string"},
  "to":{"type":"string","format":"uuid"}}}},
 "customers":{"type":"object","additionalProperties":{"type":"string","format":"uuid"},
  "description":"To whom, by customer."},
 "reason":{"type":"string","maxLength":2000},
 "preview":{"type":"boolean","description":"Say what would happen and do nothing."}}},
"HandoverCount":{"type":"object","properties":{"to":{"type":"string","format":"uuid"},
 "type":{"type":"string"},"records":{"type":"integer"}}},
"Handover":{"type":"object","properties":{"id":{"type":"string","format":"uuid"},
 "from":{"type":"string","format":"uuid"},"by":{"type":["string","null"],"format":"uuid"},
 "at":{"type":"string","format":"date-time"},"reason":{"type":"string"},
 "moved":{"type":"array","items":{"$ref":"#/components/schemas/HandoverCount"}},
 "kept":{"type":"array","items":{"$ref":"#/components/schemas/HandoverCount"}},
 "undone_at":{"type":["string","null"],"format":"date-time"}}},
"Handovers":{"type":"object","properties":{"handovers":{"type":"array",
 "items":{"$ref":"#/components/schemas/Handover"}}}},
"Refusals":{"type":"object","properties":{"more":{"type":"boolean"},"changes":{"type":"array",
 "items":{"type":"object","properties":{"user":{"type":"string","format":"uuid"},
  "device":{"type":"integer"},"number":{"type":"integer"},
  "at":{"type":"string","format":"date-time"},"code":{"type":"string"},
  "reason":{"type":"string"},
  "kind":{"type":"string","description":"create, edit or act; empty: it could not be read."},
  "type":{"type":"string"},"act":{"type":"string"},
  "id":{"type":["string","null"],"format":"uuid","description":
   "Here and in content only what the caller may see."},
  "content":{"type":["object","null"]}}}}}},
"QuarantineDecision":{"type":"object","required":["release"],"properties":{
 "release":{"type":"boolean","description":"False: it takes no effect, and stays filed."}}},
"QuarantineOutcome":{"type":"object","properties":{"released":{"type":"integer"},
 "refused":{"type":"integer","description":"Could not take effect any more; stays filed."},
 "discarded":{"type":"integer"}}},
"TrailReport":{"type":"object","properties":{"entries":{"type":"integer"},
 "root":{"type":"string","description":"Of the tree over all entries, in hexadecimal."},
 "erased":{"type":"integer"},"checkpoints":{"type":"integer"},"witnesses":{"type":"integer"},
 "signed_up_to":{"type":"integer"},"key":{"type":"string"},
 "faults":{"type":"array","items":{"type":"object","properties":{"code":{"type":"string"},
  "detail":{"type":"string"}}}}}},
"FlowQuestion":{"type":"object","required":[],"properties":{"from":{"type":"string","format":"date"},
 "to":{"type":"string","format":"date"},"before":{"type":"string","format":"date",
  "description":"The evening with which the forecast is compared; a week ago."},
 "where":{"$ref":"#/components/schemas/FieldCondition"}}},
"Flow":{"type":"object","properties":{"from":{"type":"string","format":"date"},
 "to":{"type":"string","format":"date"},"before":{"type":"string","format":"date"},
 "stages":{"type":"array","items":{"type":"object","properties":{"stage":{"type":"string"},
  "entered":{"type":"integer"},"advanced":{"type":"integer"},"lost":{"type":"integer"},
  "back":{"type":"integer"},
  "stayed_ms":{"type":"integer","description":"Of all who left it, together."}}}},
 "forecast_before":{"type":"array","items":{"allOf":[
  {"$ref":"#/components/schemas/PipelineSum"},
  {"type":"object","properties":{"month":{"type":"string"}}}]}},
 "slipped":{"type":"integer"},
 "slips":{"type":"array","description":"Those put off by most, at most 100.",
  "items":{"type":"object","properties":{"id":{"type":"string","format":"uuid"},
  "was":{"type":"string","format":"date"},"now":{"type":"string","format":"date"},
  "times":{"type":"integer"},"f":{"type":"object"}}}},
 "names":{"type":"object","additionalProperties":{"type":"string"}}}}
})";
}

} // namespace fieldbook::server::api
