-- Shared by the scripts that read or change the set of a user's devices, which stands in front of them.
-- devices: sorted set of UserKeys.devices; versions: hash of UserKeys.versions.

local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- The version that the set has by what passed in it: a session that expired changed the set at that moment.
local function version_of(devices, versions)
  local version = tonumber(redis.call('HGET', versions, 'version') or 0)
  local expired = redis.call('ZRANGE', devices, now, '-inf', 'BYSCORE', 'REV', 'LIMIT', 0, 1, 'WITHSCORES')
  if expired[2] then
    version = math.max(version, tonumber(expired[2]) * 1000)
  end
  return version
end

-- Says that the set is another from now on. The microsecond makes the version greater than any that Redis forgot.
local function changed(devices, versions)
  local version = math.max(version_of(devices, versions) + 1, time[1] * 1000000 + time[2])
  local text = string.format('%.0f', version)
  redis.call('HSET', versions, 'version', text)
  redis.call('HSETNX', versions, 'since', text)
end

-- Puts a device into the set until its session ends, or moves that end.
local function keep(devices, versions, device, life, remembered)
  local ends = redis.call('ZSCORE', devices, device)
  if not ends or tonumber(ends) <= now then
    changed(devices, versions)
  end
  redis.call('ZADD', devices, now + life, device)
  redis.call('PEXPIRE', devices, life + remembered)
  redis.call('PEXPIRE', versions, life + remembered)
end
