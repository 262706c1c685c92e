package app.parley.launcher.service;

import java.nio.file.Path;
import java.util.Map;

/**
 * How to start a service.
 *
 * @param jar its executable jar
 * @param unpacked where it is unpacked to, a folder for each content
 * @param log what it prints is appended here
 * @param heapMegabytes the largest heap
 * @param settings its Spring properties
 */
public record ServiceLaunch(Path jar, Path unpacked, Path log, int heapMegabytes, Map<String, String> settings) {}
