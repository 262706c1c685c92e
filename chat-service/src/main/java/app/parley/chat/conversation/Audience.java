package app.parley.chat.conversation;

import app.parley.chat.routing.Member;
import java.util.List;

/** A conversation, and its members with the devices that they have now. */
public record Audience(Conversation conversation, List<Member> members) {}
