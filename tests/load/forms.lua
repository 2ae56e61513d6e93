-- wrk: the form "close my other sessions", each time with a new key, as a session drawn at random. FORMS is a file with the
-- form token of each session, a line each.
local first, tokens = tonumber(os.getenv("FIRST")), {}

function init(args)
	math.randomseed(os.time())
	for line in io.lines(args[1]) do tokens[#tokens + 1] = line end
	wrk.headers["Host"] = wrk.host .. ":" .. wrk.port
end

local function part(digits)
	return string.format("%0" .. digits .. "x", math.random(0, 16 ^ digits - 1))
end

function request()
	local n = math.random(1, #tokens)
	local key = part(4) .. part(4) .. "-" .. part(4) .. "-4" .. part(3) .. "-8" .. part(3) .. "-" .. part(6) .. part(6)

	return wrk.format("POST", nil, { Host = wrk.headers["Host"], ["Sec-Fetch-Site"] = "same-origin",
		["Content-Type"] = "application/x-www-form-urlencoded", Cookie = string.format("guichet=%064d", first + n - 1) },
		"_jeton=" .. tokens[n] .. "&_cle=" .. key)
end

function done(summary, latency)
	local e = summary.errors
	print(string.format('RESULT {"requests":%d,"seconds":%f,"bytes":%d,"p50":%d,"p99":%d,"errors":%d}', summary.requests,
		summary.duration / 1e6, summary.bytes, latency:percentile(50), latency:percentile(99),
		e.connect + e.read + e.write + e.status + e.timeout))
end
