package app.parley.test.broken.util;

final class Strings {}
