package exchange

// What other programs and other people write over their columns, in English, German,
// French and Spanish: letters and digits only, without accents, as headingWord writes
// them. The labels and keys of our own fields are understood beside these.

var peopleHeadings = map[string]string{
	"name": `name fullname displayname completename member membername members person participant participantname participants
		attendee attendeename username yourname yourfullname whatisyourname whatsyourname wieheisstdu wieheissensie wieistdeinname wieistihrname quelestvotrenom commentvousappelezvous comotellamas cualestunombre deinname ihrname votrenom tunombre sunombre employee employeename colleague contact contactname who
		mitglied mitgliedsname mitglieder teilnehmer teilnehmerin teilnehmende teilnehmername mitarbeiter mitarbeiterin mitarbeitername
		vollstandigername anzeigename ganzername kontakt kollege kollegin vorundnachname vornameundnachname vorundzuname vornamenachname namevorname
		nachnamevorname wer
		nom nomcomplet nometprenom nomprenom prenomnom prenometnom participante membre membres collaborateur personne utilisateur contactprincipal
		teilnehmerliste mitgliederliste anwesenheitsliste participantlist listofparticipants attendancelist memberlist listofmembers listedesparticipants listedesmembres
		listadeasistentes listademiembros nombre nombrecompleto nombreyapellido nombreyapellidos apellidosynombre apellidosynombres miembro miembros asistente persona empleado contacto`,
	KeyGivenName:  `givenname firstname firstnames forename first vorname vornamen prenom prenoms prenomusuel nombres nombredepila primernombre`,
	KeyMiddleName: `middlename middlenames additionalname zweitername weiterevornamen weiterervorname deuxiemeprenom autreprenom segundonombre`,
	KeySurname:    `surname lastname familyname last nachname familienname zuname nomdefamille nomfamille nomdusage nomusuel nompatronymique apellido apellidos primerapellido`,
	KeyActive: `status accountstatus userstatus memberstatus accountenabled enabled active isactive rsvp rsvpstatus response attending attendeestatus
		aktiv kontostatus mitgliedsstatus teilnahmestatus teilnahme zusage actif statut estado activo`,
	"sortAs": `sortas fileas sortname sortierenals sortiername trierpar ordenarpor`,
	"called": `called nickname preferredname knownas goesby spitzname rufname genannt surnom apodo`,
	"email": `email emailaddress youremail youremailaddress whatisyouremail whatisyouremailaddress emails emailid mail mailaddress mails email1value emailaddress1 primaryemail workemail businessemail userprincipalname upn
		emailadresse mailadresse emailgeschaftlich emaildienstlich geschaftlicheemail
		adresseemail adressemail adressesmail courriel adressecourriel adressedemessagerie adressedecourriel adresseelectronique mel
		correo correoelectronico direcciondecorreoelectronico direcciondecorreo direccioncorreo`,
	"phone": `phone phonenumber phoneno telephone telephonenumber tel telno mobile mobilephone mobilenumber mobileno cell cellphone businessphone workphone
		officephone primaryphone phone1value
		telefon telefonnummer telefonnr telnr rufnummer handy handynummer mobil mobiltelefon mobilnummer durchwahl telefongeschaftlich telefondienstlich
		telephonebureau telbureau telmobile portable telephoneportable telephonemobile numerodetelephone numerotelephone
		telefono numerodetelefono movil telefonomovil telefonodeltrabajo celular`,
	"pronouns": `pronouns pronoun pronomen pronom pronoms pronombre pronombres`,
	"organisation": `organisation organization org company companyname employer firm institution organizationname organization1name
		firma unternehmen arbeitgeber gesellschaft einrichtung entreprise societe employeur etablissement
		organizacion empresa compania entidad institucion`,
	"unit": `unit department dept team group division section businessunit orgunit squad tribe organizationdepartment organization1department
		abteilung abt abtlg oe orgeinheit bereich einheit gruppe organisationseinheit referat fachbereich service departement direction pole equipe unite
		departamento equipo unidad area seccion`,
	"site": `site location office officelocation city town place building workplace worklocation businesscity
		standort ort stadt buro dienstort arbeitsort lieu ville bureau localisation lieudetravail
		ubicacion ciudad sede oficina lugar lugardetrabajo`,
	"timeZone": `timezone tz zone zeitzone fuseauhoraire fuseau zonahoraria husohorario`,
	"kind":     `kind membertype memberkind mitgliedsart typedemembre tipodemiembro`,
	"joinedOn": `joined joinedon joindate datejoined joiningdate membersince since startdate entrydate dateofjoining
		beigetreten beigetretenam beitritt beitrittsdatum beitrittam eintritt eintrittsdatum eingetretenam dabeiseit mitgliedseit seit
		adhesion dateadhesion datedadhesion arrivee datearrivee datedarrivee datedentree dateentree membredepuis depuis inscritle
		alta fechadealta fechaalta ingreso fechadeingreso fechaingreso miembrodesde desde fechadeincorporacion incorporacion`,
	"leftOn": `left lefton leavedate leavingdate dateleft memberuntil enddate until
		austritt austrittsdatum austrittam ausgetreten ausgetretenam bis mitgliedbis depart datedepart datededepart datedesortie sortie jusqua
		baja fechadebaja fechabaja salida fechadesalida hasta`,
	"interests": `interests interest interestedin topics interessen interesse interessiertan themen
		interets interet centresdinteret centredinteret sujets themes intereses temas`,
	"knows": `knows skills skill expertise competencies askabout canhelpwith kann kenntnisse fahigkeiten kompetenzen kompetenz kennt weiss
		savoirfaire competences competence connaissances habilidades conocimientos competencias sabe`,
	"note": `note notes comment comments remark remarks notiz notizen bemerkung bemerkungen anmerkung anmerkungen kommentar kommentare
		remarque remarques commentaire commentaires nota notas observaciones comentario comentarios`,
}

var eventHeadings = map[string]string{
	"title": `title subject event eventname eventtitle name topic session meeting meetingtitle meetingname what
		titel betreff termin veranstaltung thema treffen sitzung titre sujet objet evenement reunion seance theme intitule
		titulo asunto evento tema sesion`,
	"format": `format eventformat type eventtype art typ veranstaltungsart typedevenement formato tipo tipodeevento`,
	"on": `on day date startdate startday when eventdate datum tag beginntam startdatum beginndatum wann veranstaltungsdatum
		jour datedebut datededebut datedelevenement quand fecha dia fechadecomienzo fechadeinicio fechainicio cuando`,
	"start": `time start starttime startat startsat begins beginsat begin from uhrzeit zeit beginn beginnt beginntum startzeit anfang von
		heure heuredebut heurededebut debut de hora horadeinicio horainicio horadecomienzo comienzo inicio`,
	KeyEndOn:  `enddate endday endson lastday endetam enddatum datefin datedefin datedelafin fechadefinalizacion fechafin fechadefin`,
	KeyEnd:    `end ends endtime endsat endat until to ende endet endetum endzeit bis heurefin heuredefin fin finalizacion horafin horadefin horadefinalizacion`,
	KeyAllDay: `alldayevent allday wholeday ganztagigesereignis ganztagig evenementtoutelajournee journeeentiere toutelajournee todoeldia eventodetodoeldia diacompleto`,
	"minutes": `minutes duration durationminutes length lengthminutes durationmin dauer dauerminuten dauermin minuten
		duree dureeminutes dureeenminutes duracion duracionminutos minutos`,
	"timeZone": `timezone tz zone zeitzone fuseauhoraire fuseau zonahoraria husohorario`,
	"place":    `place where location room venue ort raum wo veranstaltungsort lieu salle ou endroit emplacement lugar sala ubicacion donde`,
	"link":     `link url meetinglink meetingurl joinurl joinlink onlinelink videolink weblink teilnahmelink lien enlace vinculo`,
	"purpose": `purpose description goal aim agenda about zweck ziel beschreibung worumesgeht but objectif
		objetivo descripcion proposito`,
	"audience": `audience whomaycome open wer zielgruppe publikum public publico`,
	"status":   `status state stand zustand statut etat estado`,
	"guests":   `guests numberofguests guestcount gaste anzahlgaste invites nombredinvites invitados numerodeinvitados`,
	"cost":     `cost costs budget kosten cout couts coste costes costo`,
}

var itemHeadings = map[string]string{
	"title": `title item task taskname name summary card cardname subject idea ideas topic what todo
		titel aufgabe aufgabenname karte kartenname idee ideen thema betreff was vorhaben
		titre tache nomdelatache carte sujet idees quoi titulo tarea nombredetarea tarjeta tema asunto`,
	"description": `description details detail why note notes body carddescription comment beschreibung einzelheiten notiz notizen warum bemerkung
		descriptif pourquoi remarque descripcion detalles notas porque
		tags labels etiketten schlagworter etiquettes etiquetas`,
	"kind":   `kind type itemtype tasktype art typ aufgabentyp categorie kategorie category tipo categoria`,
	"column": `column boardcolumn sectioncolumn section status state list listname bucket bucketname lane progress spalte liste stand zustand fortschritt colonne statut etat columna lista estado progreso`,
	KeyOwner: `owner assign assignedto assigned assignee assignees responsible responsibleperson zugewiesenan zugewiesen zustandig verantwortlich verantwortliche
		bearbeiter attribuea assignea responsable affectea asignadoa asignado encargado`,
	"due":          `due duedate duedateandtime dueon dueby deadline fallig falligam falligkeit falligkeitsdatum frist bis termin echeance datelimite datedecheance vencimiento fechadevencimiento fechalimite plazo date datum fecha`,
	"votes":        `votes vote likes stimmen voix votos`,
	"size":         `size effort estimate grosse aufwand schatzung taille charge tamano esfuerzo`,
	"links":        `links link url urls attachments liens lien enlaces enlace`,
	"doneOn":       `done doneon finished finishedon completed completedon completedat closedat completeddate completiondate dateclosed erledigtam abgeschlossenam fertigam termine terminele acheve acheveele terminado terminadoel completado`,
	"outcome":      `outcome result results ergebnis resultat resultats resultado`,
	"parkedReason": `parkedreason whyparked blocked blockedby wartetauf grund`,
}

var attendanceHeadings = map[string]string{
	"name": `name fullname displayname participant participantname attendee attendeename nameoriginalname nameoriginal username user
		teilnehmer teilnehmername vollstandigername anzeigename benutzername nom nomcomplet participante nomdutilisateur
		nombre nombrecompleto asistente nombredeusuario`,
	KeyGivenName: `firstname givenname vorname prenom`,
	KeySurname:   `lastname surname familyname nachname nomdefamille apellido apellidos`,
	"email": `email useremail emailaddress attendeeemail participantidupn participantid emailadresse adresseemail adressedemessagerie courriel correoelectronico correo idelparticipanteupn
		benutzeremail emaildelutilisateur correoelectronicodelusuario emaildelusuario`,
	KeyJoinedAt: `jointime joinedat joined firstjoin firstjointime timejoined attendeejointime firstseen beitrittszeit ersterbeitritt beitritt beitrittum
		heuredarrivee premiereconnexion heuredeconnexion premiereparticipation horadeunion primeraunion horadeingreso primeraentrada horaparaunirse
		zeitpunktdesbeitritts uhrzeitdesbeitritts beigetretenum heuredentree premierejonction horadeentrada primeraincorporacion primeracceso`,
	KeyLeftAt: `leavetime leftat lastleave lastleavetime timeexited timeleft attendeeleavetime lastseen verlassenum letztesverlassen austrittszeit
		heurededepart dernierdepart dernieredeconnexion horadesalida ultimasalida horaparasalir
		zeitdesverlassens zeitpunktdesverlassens uhrzeitdesverlassens verlassenszeit heuredesortie ultimoabandono`,
	KeyDuration: `duration durationminutes inmeetingduration meetingduration attendanceduration totalduration totaldurationminutes timeinmeeting timeincall timeinsession
		dauer dauerminuten gesamtdauer gesamtdauerminuten besprechungsdauer anwesenheitsdauer dauerderteilnahme duree dureeminutes dureetotale dureetotaleminutes dureedelareunion duracion duracionminutos duraciontotal duraciontotalminutos duraciondelareunion
		dauerinderbesprechung dureedanslareunion duracionenlareunion`,
	KeyRole: `role attendeerole rolle rol`,
}
