package app.parley.test.sound;

final class Application {}
