package app.parley.order.api;

public interface OrderApi {}
