package app.parley.chat.protocol;

public interface Frame {}
