/**
 * A language server: tells editors about a manifest that is being written. It reads, compiles and reports by the stages of the
 * compiler; what it adds is where editors want it.
 */
@NullMarked
package dev.genci.lsp;

import org.jspecify.annotations.NullMarked;
