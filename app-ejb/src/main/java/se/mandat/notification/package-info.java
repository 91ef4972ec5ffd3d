/** What people are told: written with the command that it is about, shown on To do, sent from there. */
package se.mandat.notification;
