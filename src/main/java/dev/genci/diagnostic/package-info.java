/** What can be wrong, said once, printed in several ways. */
@NullMarked
package dev.genci.diagnostic;

import org.jspecify.annotations.NullMarked;
