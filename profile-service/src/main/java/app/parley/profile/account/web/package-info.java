/** Accounts and credentials over HTTP. */
@NullMarked
package app.parley.profile.account.web;

import org.jspecify.annotations.NullMarked;
