package app.parley.test.broken.payment;

public interface Payments {}
