package app.parley.test.broken;

final class Application {}
