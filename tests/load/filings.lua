-- wrk: files a prepared draft, each once: the lines of the file are taken in turn, one thread does it all. A line: session, form token, key.
local lines, at = {}, 0

function init(args)
	for line in io.lines(args[1]) do lines[#lines + 1] = line end
	wrk.headers["Host"] = wrk.host .. ":" .. wrk.port
end

function request()
	at = at % #lines + 1
	local session, token, key = lines[at]:match("(%S+) (%S+) (%S+)")
	return wrk.format("POST", nil, { Host = wrk.headers["Host"], ["Sec-Fetch-Site"] = "same-origin",
		["Content-Type"] = "application/x-www-form-urlencoded", Cookie = "guichet=" .. session },
		"_jeton=" .. token .. "&_cle=" .. key .. "&accord=oui")
end

function done(summary, latency)
	local e = summary.errors
	print(string.format('RESULT {"requests":%d,"seconds":%f,"p50":%d,"p99":%d,"errors":%d}', summary.requests, summary.duration / 1e6,
		latency:percentile(50), latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
