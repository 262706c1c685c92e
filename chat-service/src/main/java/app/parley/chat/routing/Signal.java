package app.parley.chat.routing;

/** What devices are told. */
public sealed interface Signal permits Message, PersonalChange, Receipt, TypingNotice {}
