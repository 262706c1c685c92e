package app.parley.test.sound.order;

public interface Orders {}
