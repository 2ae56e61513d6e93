-- wrk: one page as a session drawn at random for each request (tests/load/sessions.sql says who they are).
local first, count = tonumber(os.getenv("FIRST")), tonumber(os.getenv("SESSIONS"))
local gzip = os.getenv("GZIP") ~= ""

function init(args)
	math.randomseed(os.time())
	wrk.headers["Host"] = wrk.host .. ":" .. wrk.port
	if gzip then wrk.headers["Accept-Encoding"] = "gzip, deflate, br" end
end

function request()
	return wrk.format("GET", nil, { Host = wrk.headers["Host"], ["Accept-Encoding"] = wrk.headers["Accept-Encoding"],
		Cookie = string.format("guichet=%064d", first + math.random(0, count - 1)) })
end

function done(summary, latency)
	local e = summary.errors
	print(string.format('RESULT {"requests":%d,"seconds":%f,"bytes":%d,"p50":%d,"p99":%d,"errors":%d}', summary.requests,
		summary.duration / 1e6, summary.bytes, latency:percentile(50), latency:percentile(99),
		e.connect + e.read + e.write + e.status + e.timeout))
end
