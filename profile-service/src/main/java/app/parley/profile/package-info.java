/** Accounts, credentials, profiles, contacts and conversations: who people are, and who talks with whom. */
@NullMarked
package app.parley.profile;

import org.jspecify.annotations.NullMarked;
