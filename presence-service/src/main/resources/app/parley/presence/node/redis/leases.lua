-- Answers {now, lease, its end, lease, its end ...} in ms. KEYS leases.
local time = redis.call('TIME')
local answer = redis.call('ZRANGE', KEYS[1], 0, -1, 'WITHSCORES')
table.insert(answer, 1, string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000)))
return answer
