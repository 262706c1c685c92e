/** People's accounts: registering, proving who one is, and the profile that others see. */
@NullMarked
package app.parley.profile.account;

import org.jspecify.annotations.NullMarked;
